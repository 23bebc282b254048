/** What a change of a setting would have done, by kind of preview (kinds/kind.ts): the first thing that is asked of it. */
import type { Child } from 'hono/jsx';
import type { PackClock, PackHoliday } from '../../../shared/regencies/types.ts';
import { hintSoon } from '../../messaging/queues.ts';
import { now } from '../../platform/clock.ts';
import type { AppContext } from '../http.ts';
import { previewRules, suggestAgain } from '../routing/queries.ts';
import { lateUnder } from './clock-preview.ts';
import { holidayEffect } from './effect.ts';
import type { Kind } from './kinds/kind.ts';
import { ClockEffect } from './views/clock-effect.tsx';
import { RulesEffect } from './views/rules-effect.tsx';

/** A change that somebody is about to make. */
export interface Planned {
  /** Null = the row is being added. */
  id: string | null;
  before: object | null;
  /** Null = it is no longer in force. */
  data: object | null;
  /** It was typed into a form, to which one may go back. */
  typed?: boolean;
}

export interface Preview {
  /** Says what the change would have done. Writes nothing. */
  effect(c: AppContext, kind: Kind, planned: Planned): Promise<Child>;
  /** What may be done besides, only when somebody ticks it. */
  choice?: { label: string; hint: string; carryOut(c: AppContext): Promise<void> };
}

export const previews: Record<NonNullable<Kind['preview']>, Preview> = {
  rules: {
    async effect(c, { kind }, { id, data }) {
      const { db, keys, regency, signedIn } = c.var;
      const change = { kind, id: id ?? '', data };
      const seen = await previewRules({ db, keys, regency, now: now() }, signedIn, change);
      return <RulesEffect regency={regency} seen={seen} />;
    },
    choice: {
      label: 'Terapkan juga pada laporan terbuka yang belum didisposisi',
      hint: 'Laporan yang menunggu Anda mendapat saran baru; yang kini dikenali sebagai tuduhan ditahan untuk verifikator. Yang pernah didisposisi tidak berubah.',
      async carryOut(c) {
        const hint = await suggestAgain(c.var.db, `staff:${c.var.signedIn.id}`, now());
        hintSoon(c.env, c.executionCtx, now(), { queue: 'jobs', ids: [hint] });
      },
    },
  },
  holidays: {
    async effect(c, _kind, { data, before }) {
      const days = [before, data].map((day) => (day === null ? [] : [day as PackHoliday]));
      return <p>{await holidayEffect(c.var.db, c.var.regency, days[0] ?? [], days[1] ?? [])}</p>;
    },
  },
  clocks: {
    async effect(c, _kind, { data, before }) {
      const { db, regency } = c.var;
      const row = (data ?? before) as PackClock;
      const counts = await lateUnder(db, regency, row, now());
      return <ClockEffect counts={counts} invented={regency.switches.demo} />;
    },
  },
};
