/** States of an item of the action plan. Pure. */

export const actionStates = ['planned', 'running', 'blocked', 'done', 'dropped'] as const;
export type ActionState = (typeof actionStates)[number];

export const actionStateNames: Record<ActionState, string> = {
  planned: 'Direncanakan',
  running: 'Berjalan',
  blocked: 'Terhambat',
  done: 'Selesai',
  dropped: 'Dibatalkan',
};
