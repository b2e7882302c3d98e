import type { z } from 'zod';
import type { Action } from '../../people/abilities.ts';
import { can } from '../../people/abilities.ts';
import { standingOf } from '../../people/person.ts';
import type { Deed } from '../deeds/deed.ts';
import type { Occasion, Order } from '../feature.ts';

/** What a tool comes to. Nothing is written or sent before the person has tapped. */
export type ToolOutcome =
  /** Opens what a feature shows; the model is told no more than that. */
  | { readonly kind: 'show'; readonly order: Order }
  /** Does something once the person confirms it; `words` says what, after 请确认：. */
  | {
      readonly kind: 'confirm';
      readonly words: string;
      readonly deed: Deed;
      /** How the turn is kept; see `Kept`. */
      readonly outcome?: string;
    }
  /** Cannot be done as it was asked for; told to the person as it stands. */
  | { readonly kind: 'problem'; readonly words: string }
  /** For the model alone: headings of policy text, nothing of people. */
  | { readonly kind: 'data'; readonly data: unknown };

/** A feature as an agent may ask for it. Its description stands in `prompts/tools/NAME.md`. */
export interface RequestTool<Shape extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly input: Shape;
  /** What the person must be able to do for the tool to be offered. */
  readonly action: Action;
  /** Not where others read along. */
  readonly isPrivate: boolean;
  run(input: z.output<Shape>, on: Occasion): Promise<ToolOutcome>;
}

/** Keeps the input's type for `run` where tools are put into one list. */
export function requestTool<Shape extends z.ZodObject>(tool: RequestTool<Shape>): RequestTool {
  return tool as unknown as RequestTool;
}

/** By the person's role, or by their part in any class; each deed is asked for anew when it is done. */
export function isOffered({ action, isPrivate }: RequestTool, on: Occasion): boolean {
  if (isPrivate && on.isPublic) return false;
  const parts = on.person?.memberships ?? [];
  return can(standingOf(on.person), action) || parts.some(({ part }) => can(part, action));
}
