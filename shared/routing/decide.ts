/**
 * Which office answers a text, and whether it may go there without a person. Rules in order: held accusation,
 * violence and danger, spam, the office the reporter chose, outside institutions, category, words, area.
 * Pure and bounded in time; nothing of the text is in the answer, only entries of the lexicon.
 */

import { dangerOf, emergenciesOf } from '../danger.ts';
import { type Accusation, accusationIn } from './accusation.ts';
import { areaCode, type Knowledge, knowledgeOf } from './knowledge.ts';
import { type Evidence, evidenceOf } from './score.ts';
import { type Word, wordsOf } from './tokens.ts';
import type { Candidate, RouterContext, RoutingData, RoutingDecision, RoutingInput } from './types.ts';

/** What the reporter's own choice weighs against the words of the text (a strong word weighs 4). */
const CHOSEN_CATEGORY = 3;
const CHOSEN_OFFICE = 6;
const MOST_CANDIDATES = 5;

type Outcome = Pick<RoutingDecision, 'outcome' | 'office' | 'rule' | 'facts'> & Partial<RoutingDecision>;

/** Never throws on any text. @throws Error only when the regency's data names an unknown group */
export function decide(input: RoutingInput, rules: RouterContext): RoutingDecision {
  const knowledge = knowledgeOf(rules);
  const roles = rules.data.roles;
  const whole = input.title ? `${input.title}.\n${input.text}` : input.text;
  const words = wordsOf(whole, knowledge.writing);
  const found = knowledge.matcher.find(words);
  const kecamatan = kecamatanOf(input, words, knowledge);
  const inspectorate = knowledge.officeOf(roles?.inspectorate ?? null);
  const admin = knowledge.officeOf(roles?.admin ?? null);
  const category = input.category ? knowledge.officeOf(`cat:${input.category}`) : null;
  const chosen = input.office ? knowledge.officeOf(input.office) : null;
  const evidence = evidenceOf(found, words.length, knowledge, kecamatan, [
    ...(category ? [{ office: category, weight: CHOSEN_CATEGORY, fact: 'kategori' }] : []),
    ...(chosen ? [{ office: chosen, weight: CHOSEN_OFFICE, fact: 'instansi tujuan' }] : []),
  ]);
  const danger = dangerOf(whole);
  const answer = (outcome: Outcome): RoutingDecision => ({
    candidates: shares(evidence),
    confidence: confidenceOf(outcome.rule, evidence, rules.data),
    danger,
    urgent: danger !== null,
    confidential: danger === 'kekerasan' || input.category === 'kekerasan',
    spam: false,
    accused: [],
    ...outcome,
    ...(rules.demandPerson && outcome.outcome === 'dispose' ? { outcome: 'suggest' } : {}),
  });

  const accusation = accusationIn(words, found, knowledge, input.kind);
  const ticked = input.aboutOfficial ? 'tentang aparat' : null;
  const accusing =
    inspectorate !== null &&
    (category === inspectorate || (chosen === inspectorate && input.kind === 'complaint'));
  if (ticked || accusing || accusation)
    // The institution admin's own office is not shut out for a topic, only when it is named.
    return answer(
      held(
        accusation,
        ticked ?? 'kategori',
        inspectorate,
        evidence.filter(({ office }) => office !== admin),
        kecamatan,
      ),
    );

  if (danger === 'kekerasan' || input.category === 'kekerasan')
    return answer(toProtection(knowledge.officeOf(roles?.protection ?? null)));
  if (danger === 'jiwa') {
    const rescuer = rescuerOf(emergenciesOf(whole), evidence, knowledge, roles);
    if (rescuer) return answer({ outcome: 'dispose', office: rescuer, rule: 'danger', facts: ['bahaya'] });
  }

  const isSpam = found.some((one) => knowledge.meanings.get(one.pattern)?.kind === 'spam');
  if (isSpam || (words.length === 0 && evidence.length === 0))
    return answer({
      outcome: 'suggest',
      office: admin,
      rule: 'spam',
      facts: [],
      spam: true,
    });
  return answer(byEvidence(evidence, { category, chosen, kecamatan }, knowledge, rules.data));
}

/** A text held for the verifier; Inspektorat itself is passed over when it is the one accused. */
function held(
  accusation: Accusation | null,
  reason: string,
  inspectorate: string | null,
  evidence: Evidence[],
  kecamatan: string | null,
): Outcome {
  // Staff without a named office ("petugas loket"): the office the text is about is shut out too.
  const about = evidence[0] && evidence[0].score >= CHOSEN_CATEGORY ? [evidence[0].office] : [];
  const named = (accusation?.accused ?? []).map((office) => (office === 'kecamatan' ? kecamatan : office));
  const accused = [...new Set([...named, ...about])].filter((office) => office !== null);
  return {
    outcome: 'held',
    office: inspectorate !== null && named.includes(inspectorate) ? null : inspectorate,
    rule: 'accusation',
    facts: accusation?.facts ?? [reason],
    accused: accused.filter((office) => office !== inspectorate || named.includes(office)),
  };
}

const toProtection = (office: string | null): Outcome => ({
  outcome: office === null ? 'suggest' : 'dispose',
  office,
  rule: 'violence',
  facts: ['kekerasan'],
  urgent: true,
});

/** Who comes: the fire brigade, the health office or the rescuers; a crime is for the police, so for a person. */
function rescuerOf(
  kinds: readonly string[],
  evidence: Evidence[],
  knowledge: Knowledge,
  roles: RoutingData['roles'],
): string | null {
  if (!roles) return null;
  if (kinds.includes('kejahatan') && !kinds.includes('kebakaran')) return null;
  const [fire, rescue, medical] = [roles.fire, roles.rescue, roles.medical].map(knowledge.officeOf);
  if (kinds.includes('kebakaran')) return fire ?? null;
  if (kinds.includes('sakit')) return medical ?? null;
  return (evidence[0]?.office === fire ? fire : rescue) ?? null;
}

function byEvidence(
  evidence: Evidence[],
  said: { category: string | null; chosen: string | null; kecamatan: string | null },
  knowledge: Knowledge,
  data: RoutingData,
): Outcome {
  const [top] = evidence;
  if (!top)
    return said.kecamatan
      ? { outcome: 'suggest', office: said.kecamatan, rule: 'area', facts: ['wilayah'] }
      : {
          outcome: 'suggest',
          office: knowledge.officeOf(data.roles?.admin ?? null),
          rule: 'unknown',
          facts: [],
        };
  const { office, facts } = top;
  const rule = ruleOf(office, said, knowledge);
  const sure =
    top.score >= (data.dispose?.score ?? Infinity) && share(evidence) >= (data.dispose?.share ?? 1);
  return { outcome: sure && rule !== 'outside' ? 'dispose' : 'suggest', office, rule, facts };
}

function ruleOf(
  office: string,
  said: { category: string | null; chosen: string | null },
  knowledge: Knowledge,
): string {
  if (knowledge.isOutside(office)) return 'outside';
  if (office === said.chosen) return 'office';
  return office === said.category ? 'category' : 'keyword';
}

/** Share of the first office in the evidence of the first two. */
function share([first, second]: readonly Evidence[]): number {
  return first ? first.score / (first.score + (second?.score ?? 0)) : 0;
}

function shares(evidence: readonly Evidence[]): Candidate[] {
  const total = evidence.reduce((sum, { score }) => sum + score, 0);
  return evidence
    .slice(0, MOST_CANDIDATES)
    .map(({ office, score }) => ({ office, score: Math.round((score / total) * 1000) / 1000 }));
}

function confidenceOf(rule: string, evidence: readonly Evidence[], { bands = [] }: RoutingData): number {
  const score = evidence[0]?.score ?? 0;
  // What the reporter chose is part of the evidence, so it is judged like words.
  const judged = rule === 'office' || rule === 'category' ? 'keyword' : rule;
  const fits = bands.find((b) => b.rule === judged && score >= b.score && share(evidence) >= b.share);
  return fits?.precision ?? 0;
}

/** The kecamatan of the area the reporter chose, else of the first area named in the place or the text. */
function kecamatanOf(input: RoutingInput, words: readonly Word[], knowledge: Knowledge): string | null {
  const chosen = knowledge.kecamatanOf(input.area);
  if (chosen) return chosen;
  const named = [...wordsOf(input.place ?? '', knowledge.writing), ...words];
  for (const { text } of named) {
    const office = knowledge.kecamatanOf(areaCode(text));
    if (office) return office;
  }
  return null;
}
