/** What people have done in a session, and in its round at hand. */
export interface Counts {
  readonly people: number;
  readonly contributors: number;
  readonly contributions: number;
  readonly standing: number;
  readonly ballots: number;
}
