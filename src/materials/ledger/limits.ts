/** New wordings that one person brings into the ledger in 24 hours. */
export const MOST_OF_PERSON = 30;

/** The same of all who are no person of the records, together. */
export const MOST_OF_STRANGERS = 200;

/** Days after which it is forgotten who asked what is answered or set aside, told or not. */
export const ASKERS_KEPT_DAYS = 180;
