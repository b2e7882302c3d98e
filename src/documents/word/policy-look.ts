import {
  AlignmentType,
  BorderStyle,
  type IBaseParagraphStyleOptions,
  type ISpacingProperties,
  ShadingType,
} from 'docx';
import { points } from './style-makers.ts';

/** Marks policy text: a bar in the red of official papers, on grey that still prints on a copier. */
export const POLICY_RED = '9B1C1C';
export const POLICY_GREY = { type: ShadingType.CLEAR, color: 'auto', fill: 'F2F2F2' };

/**
 * Not justified and not indented on the right: LibreOffice drops a mark that ends a line there (seen
 * in 7.4), and a quote must be whole.
 */
export function policyText(
  spacing: ISpacingProperties,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): IBaseParagraphStyleOptions {
  return {
    paragraph: {
      ...{ alignment, spacing, border: policyBar(), shading: POLICY_GREY },
      indent: { left: points(14) },
      keepLines: true,
    },
  };
}

export function policyBar() {
  return { left: { style: BorderStyle.SINGLE, size: 24, space: 6, color: POLICY_RED } };
}
