/** Of the house's pictures; told apart in grey too. */
export const PAPER = '#f7f5f1';
export const INK = '#1f1d1a';
export const QUIET = '#5c564d';
export const LINE = '#ddd7cc';
export const RED = '#9f1d20';
