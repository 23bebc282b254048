/**
 * Black boxes over a photo, by pointer or keyboard. They are burnt into the pixels of a new JPEG here, before anything
 * leaves the browser, so there is no layer that somebody could lift.
 */
import { type Box, clamp, onPicture } from './box.ts';
import { button, make } from './dom.ts';

/** Longest side in pixels of what is sent. */
const SIDE = 2000;
const QUALITY = 0.85;
/** Of a new box, and of a step by keyboard, as parts of the picture. */
const FRESH: Box = { x: 0.35, y: 0.4, width: 0.3, height: 0.2 };
const STEP = 0.02;

for (const place of document.querySelectorAll<HTMLElement>('[data-boxes]')) offer(place);

function offer(place: HTMLElement): void {
  const name = place.dataset.name ?? '';
  const open = button(`Hitamkan bagian ${name}`, async () => {
    open.disabled = true;
    const picture = new Image();
    picture.src = place.dataset.boxes ?? '';
    await picture.decode();
    open.remove();
    edit(place, picture, name);
  });
  place.append(open);
  place.hidden = false;
}

function edit(place: HTMLElement, picture: HTMLImageElement, name: string): void {
  const boxes: Box[] = [];
  let chosen = -1;
  const hidden = place.querySelector<HTMLInputElement>('[name=redactions]');
  const whole = document.getElementById(`release-photos-${place.dataset.photo}`) as HTMLInputElement | null;
  const told = make('p', { role: 'status' });
  const hint = make(
    'p',
    { class: 'hint', id: `cara-${place.dataset.photo}` },
    'Tarik di atas foto untuk membuat kotak. Dengan papan ketik: tambah kotak, lalu panah menggesernya, Shift + panah mengubah ukurannya.',
  );
  const canvas = make('canvas', {
    class: 'boxes',
    tabindex: '0',
    role: 'application',
    'aria-label': `Kotak hitam pada ${name}`,
    'aria-describedby': hint.id,
  });
  const scale = Math.min(1, SIDE / Math.max(picture.naturalWidth, picture.naturalHeight));
  canvas.width = Math.round(picture.naturalWidth * scale);
  canvas.height = Math.round(picture.naturalHeight * scale);

  /** @param marks the chosen box gets an edge; never in what is sent */
  function draw(marks: boolean): void {
    const pen = canvas.getContext('2d');
    if (!pen) return;
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    pen.fillStyle = '#000';
    pen.strokeStyle = '#fc0';
    pen.lineWidth = Math.max(2, canvas.width / 150);
    for (const [index, box] of boxes.entries()) {
      const { x, y, width, height } = onPicture(box, canvas);
      pen.fillRect(x, y, width, height);
      if (marks && index === chosen) pen.strokeRect(x, y, width, height);
    }
  }

  /** What was sent before no longer is what stands here. */
  function changed(): void {
    if (hidden) hidden.value = '';
    told.textContent = `${boxes.length} kotak, belum dipakai.`;
    use.disabled = boxes.length === 0;
    remove.disabled = chosen < 0;
    draw(true);
  }

  function add(box: Box): void {
    chosen = boxes.push(clamp(box)) - 1;
    changed();
  }

  const remove = button('Hapus kotak', () => {
    boxes.splice(chosen, 1);
    chosen = boxes.length - 1;
    changed();
  });
  const use = button(
    'Pakai foto ini',
    async () => {
      use.disabled = true;
      draw(false);
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
      draw(true);
      const body = new FormData();
      if (blob) body.set('file', blob, 'foto.jpg');
      const answer = await fetch(place.dataset.send ?? '', { method: 'POST', body }).catch(() => null);
      use.disabled = false;
      if (!answer?.ok || !hidden) {
        told.textContent = 'Foto belum terkirim. Coba lagi.';
        return;
      }
      hidden.value = `${place.dataset.photo}:${((await answer.json()) as { id: string }).id}`;
      if (whole) whole.checked = false;
      told.textContent = 'Foto dengan kotak hitam siap dilepas. OPD hanya akan melihat foto ini.';
    },
    '',
  );

  let from: { x: number; y: number } | null = null;
  const at = (event: PointerEvent) => {
    const frame = canvas.getBoundingClientRect();
    return { x: (event.clientX - frame.left) / frame.width, y: (event.clientY - frame.top) / frame.height };
  };
  canvas.addEventListener('pointerdown', (event) => {
    from = at(event);
    canvas.setPointerCapture(event.pointerId);
    add({ ...from, width: 0, height: 0 });
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!from) return;
    const to = at(event);
    boxes[chosen] = clamp({
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
    });
    changed();
  });
  canvas.addEventListener('pointerup', () => {
    from = null;
  });
  canvas.addEventListener('keydown', (event) => {
    const box = boxes[chosen];
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!box || !way) return;
    event.preventDefault();
    const [x, y] = [(way[0] ?? 0) * STEP, (way[1] ?? 0) * STEP];
    boxes[chosen] = clamp(
      event.shiftKey
        ? { ...box, width: box.width + x, height: box.height + y }
        : { ...box, x: box.x + x, y: box.y + y },
    );
    changed();
  });
  const more = button('Tambah kotak', () => {
    add(FRESH);
    canvas.focus();
  });
  place.append(hint, canvas, make('p', { class: 'actions' }, more, ' ', remove, ' ', use), told);
  changed();
}
