import type { Account, PeopleStore } from '../../src/people/store.ts';

/** Has people sign in by accounts of theirs, where the accounts are nobody's yet. */
export async function signIn(
  people: PeopleStore,
  accounts: readonly (Account & { readonly person: string })[],
  now: Date,
): Promise<void> {
  const free: (typeof accounts)[number][] = [];
  for (const one of accounts) if ((await people.personOf(one, now)) === null) free.push(one);
  const codeOf = ({ channel, key, person }: (typeof accounts)[number]) =>
    `${channel} ${key} ${person} ${now.toISOString()}`;
  const expiresAt = new Date(now.getTime() + 86_400_000).toISOString();
  await people.change(
    free.map((one) => {
      const code = codeOf(one);
      const places = { note: '', places: 1, role: 'learner' as const, classId: null };
      const times = { createdAt: now.toISOString(), expiresAt };
      const invitation = { id: code, codeHash: code, person: one.person, ...places, ...times };
      return { kind: 'invite', invitation } as const;
    }),
  );
  for (const one of free) {
    const { channel, key } = one;
    await people.redeem(codeOf(one), { channel, key }, now, null);
  }
}
