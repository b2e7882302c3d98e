/** What the Bot API takes, in UTF-16 units unless said otherwise. */
export const MESSAGE_LENGTH = 4096;
export const CAPTION_LENGTH = 1024;
export const TOAST_LENGTH = 200;
export const COPY_LENGTH = 256;
/** Entities beyond these are dropped without a word. */
export const ENTITIES = 100;
/** Of a file's name without its extension, in characters. */
export const FILE_NAME_LENGTH = 64;
