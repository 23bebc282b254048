/** Where a piece of material is in its life, as a tag. */
import { hangs, photoLives } from '../../../../../shared/campaign.ts';
import { lifeNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { Tag, type Tone } from '../../../../ui/components.tsx';
import type { LifeState } from '../life-rules.ts';

/** What people read, where the bare life would say too much: something hangs only by a photo. */
export function lifeWords(
  state: Pick<LifeState, 'life' | 'photoAt' | 'retiredAt'>,
  now: number,
): [Tone, string] {
  const { life } = state;
  if (photoLives.includes(life))
    return hangs(state, now) ? ['green', lifeNames[life]] : ['amber', 'Foto terlalu lama'];
  if (life === 'damaged' || life === 'gone') return ['red', lifeNames[life]];
  if (life === 'planned' || life === 'printed') return ['blue', lifeNames[life]];
  return ['grey', life === 'idle' && state.retiredAt !== null ? lifeNames.removed : lifeNames[life]];
}

export function LifeTag(props: { state: Pick<LifeState, 'life' | 'photoAt' | 'retiredAt'>; now: number }) {
  const [tone, words] = lifeWords(props.state, props.now);
  return <Tag tone={tone}>{words}</Tag>;
}
