/** What a chosen 其他 and a chosen 以上都没有 are called in the answers and conditions of SurveyJS. */
export const OTHER_VALUE = 'other';
export const NONE_VALUE = 'none';

/** An element of a SurveyJS form, as far as our questionnaires share it. */
export interface SurveyJsElement {
  readonly type: string;
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly isRequired?: boolean;
  readonly visibleIf?: string;
  readonly choices?: readonly (string | { readonly value: number; readonly text: string })[];
  readonly showOtherItem?: boolean;
  readonly otherText?: string;
  readonly showNoneItem?: boolean;
  readonly noneText?: string;
  readonly minSelectedChoices?: number;
  readonly maxSelectedChoices?: number;
  readonly selectToRankEnabled?: boolean;
  readonly inputType?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly maxLength?: number;
  readonly rateMin?: number;
  readonly rateMax?: number;
  readonly minRateDescription?: string;
  readonly maxRateDescription?: string;
  readonly elements?: readonly SurveyJsElement[];
}

export interface SurveyJsForm {
  readonly title: string;
  readonly description?: string;
  readonly locale: string;
  readonly pages: readonly {
    readonly name: string;
    readonly title?: string;
    readonly description?: string;
    readonly visibleIf?: string;
    readonly elements: readonly SurveyJsElement[];
  }[];
}
