/** The dictionaries of opencc-js: entries `source replacement`, joined by `|`. */
declare module 'opencc-js/dict/*' {
  const entries: string;
  export default entries;
}
