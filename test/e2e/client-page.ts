/** The script of an app on another origin: it knows contract.md and a public solver, and nothing else of Kanal. */
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

interface Sent {
  /** Status of each photo's upload. */
  uploads: number[];
  /** Status of the complaint. */
  status: number;
  location: string | null;
  receipt: { code: string; pin: string; status: string; due: string; links: { self: string } };
}

declare global {
  interface Window {
    submitComplaint: (origin: string, complaint: Record<string, string>) => Promise<Sent>;
  }
}

window.submitComplaint = async (origin, complaint) => {
  const api = `${origin}/api/v1`;
  const challenge = (await (await fetch(`${api}/challenge`)).json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  const proof = { 'X-Altcha': btoa(JSON.stringify({ challenge, solution })) };

  const uploads: number[] = [];
  const attachments: string[] = [];
  for (const colour of ['teal', 'orange']) {
    const form = new FormData();
    form.set('file', await takePhoto(colour), 'foto.jpg');
    const answer = await fetch(`${api}/attachments`, { method: 'POST', headers: proof, body: form });
    uploads.push(answer.status);
    attachments.push(((await answer.json()) as { id: string }).id);
  }

  const answer = await fetch(`${api}/complaints`, {
    method: 'POST',
    headers: { ...proof, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify({ ...complaint, attachments }),
  });
  const receipt = (await answer.json()) as Sent['receipt'];
  return { uploads, status: answer.status, location: answer.headers.get('location'), receipt };
};

/** @returns a JPEG of 320 × 240 pixels */
function takePhoto(colour: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 240;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = colour;
  pen.fillRect(20, 20, 280, 200);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', 0.8),
  );
}
