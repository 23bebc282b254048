/** What the router knows in any regency; a regency may bring its own. */
import type { RoutingData } from '../../../routing/types.ts';
import { actors, between, negations, outsiders, places } from './actors.ts';
import { conduct } from './acts-conduct.ts';
import { money } from './acts-money.ts';
import { bands, dispose } from './bands.ts';
import { excuses, neutral } from './excuses.ts';
import { hints } from './hints.ts';
import slang from './slang.json' with { type: 'json' };
import { spam } from './spam.ts';
import { daily } from './topics-daily.ts';
import { formal } from './topics-formal.ts';
import { others } from './topics-offices.ts';
import { people } from './topics-people.ts';
import { economy } from './topics-work-and-trade.ts';
import { works } from './topics-works.ts';
import learned from './weights.json' with { type: 'json' };
import { groups, locators, phrases, requests, stopwords } from './words.ts';

export const routing: RoutingData = {
  version: '2026-11-24',
  slang,
  phrases,
  stopwords,
  locators,
  requests,
  groups,
  topics: [...works, ...people, ...economy, ...others, ...formal, ...daily],
  accusation: {
    actors,
    places,
    outsiders,
    negations,
    between,
    acts: [...money, ...conduct],
    excuses,
    neutral,
    hints,
    weights: learned.weights,
    threshold: learned.threshold,
    doubt: learned.doubt,
  },
  spam,
  roles: {
    inspectorate: 'cat:perilaku-aparat',
    protection: 'cat:kekerasan',
    admin: 'DISKOMINFOSP',
    fire: 'cat:kebakaran',
    rescue: 'cat:bencana',
    medical: 'cat:puskesmas',
  },
  dispose,
  bands,
};
