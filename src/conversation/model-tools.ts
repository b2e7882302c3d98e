import type { ModelPath } from '../answering/drafting/model-path.ts';
import type { Allowance } from '../model/allowance.ts';
import type { ChatModel } from '../model/model.ts';
import type { Prompts } from '../model/prompts.ts';
import type { ToolPrompt } from '../model/tool-prompts.ts';
import type { CorpusIndex } from '../retrieval/index/open.ts';
import type { KitEditor } from '../seminar/drafting/kit-editor.ts';

/** What features may use of a model. */
export interface ModelTools {
  /** Answers that a model drafts and the gates check. */
  readonly path: ModelPath;
  /** Seminar kits in better words. */
  readonly seminar: KitEditor;
  readonly chat: ChatModel;
  readonly prompts: Prompts;
  /** What the agent is told of each tool, by its name. */
  readonly toolPrompts: Readonly<Record<string, ToolPrompt>>;
  /** `host[:port]` of the endpoint, for people. */
  readonly host: string;
  /** Whether a material's text, its headings included, may go to the endpoint. */
  mayLeave(index: CorpusIndex, material: string): boolean;
  /** Whether somebody is to be told that the endpoint rests: once for each such time. */
  tellsOfRest(who: string): boolean;
  /** Milliseconds after which an answer is made without the model. */
  readonly timeoutMs: number;
  /**
   * The tokens of one answer; null where the person has used up the day's.
   *
   * @param answers that many at once, as the calls of a seminar kit are; one unless said
   */
  allowance(who: string, day: string, answers?: number): Promise<Allowance | null>;
}
