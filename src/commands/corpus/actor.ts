import type { App } from '../../app.ts';
import type { Actor } from '../../materials/material.ts';

/** Who signs where nobody is named. */
const OPERATOR = '运维（命令行）';

/** Whoever is named; a person of the records where just one has the name, so that the chat knows them. */
export async function actorNamed(name: string | undefined, app: App): Promise<Actor> {
  if (name === undefined) return { name: OPERATOR, person: null };
  const { people } = await app.records();
  const named = (await people.people()).filter((one) => one.name === name.trim());
  return { name, person: named.length === 1 ? (named[0]?.id ?? null) : null };
}
