import type { SentPassage } from './sent-passages.ts';

/** What a writer of questions gets to see, which is what its questions are kept under. */
export type PassageToAskAbout = Pick<SentPassage, 'title' | 'headings' | 'text'>;

/** Writes the questions that a passage answers. They serve retrieval and are shown to nobody. */
export interface QuestionWriter {
  /** Such as the name of the chat model. */
  readonly name: string;
  /** Another version writes all questions anew. */
  readonly version: string;
  write(passage: PassageToAskAbout): Promise<readonly string[]>;
}
