/**
 * Why an archive is not unpacked: it is no archive, or cut off, or altered (`damaged`); an entry is
 * encrypted; all entries together are larger than may be, or much larger than the archive
 * (`too-large`), or too many; a name would leave the folder, or is no name (`unsafe-name`); two
 * entries have one name (`duplicate`); an entry is a link, or packed in an unknown way.
 */
export type ArchiveFault =
  | 'damaged'
  | 'encrypted'
  | 'too-large'
  | 'too-many'
  | 'unsafe-name'
  | 'duplicate'
  | 'link'
  | 'unknown-method';

/** An archive of which nothing may be used; whoever unpacks it says it in words for people. */
export class BadArchive extends Error {
  override readonly name = 'BadArchive';
  readonly fault: ArchiveFault;
  /** The entry at fault; empty where it is the whole archive. */
  readonly entry: string;

  constructor(fault: ArchiveFault, entry = '') {
    super(
      `Cannot unpack an archive: ${fault}${entry === '' ? '' : ` at ${JSON.stringify(entry)}`}`,
    );
    this.fault = fault;
    this.entry = entry;
  }
}
