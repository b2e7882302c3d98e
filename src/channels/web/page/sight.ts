/** Pixels; browsers round where they scroll to. */
const TOLERANCE = 2;

/**
 * Keeps the start of one part of the page in sight while that part grows, until the reader has
 * scrolled elsewhere: whoever reads is left in peace.
 */
export class Sight {
  readonly #growth = new ResizeObserver(() => this.#follow());
  #kept: HTMLElement | null = null;
  /** Where the page was scrolled to when last looked at, in pixels. */
  #top = 0;

  constructor() {
    addEventListener('scroll', () => this.#noticeReader(), { passive: true });
  }

  /** Shows the start of a part, instead of the one before. */
  keep(part: HTMLElement): void {
    this.#growth.disconnect();
    this.#kept = part;
    this.#top = document.documentElement.scrollTop;
    this.#growth.observe(part);
    scrollToStart(part);
  }

  /** Shows the start once more, as far as the reader is still there, and leaves it at that. */
  release(part: HTMLElement): void {
    if (this.#kept !== part) return;
    this.#follow();
    this.#letGo();
  }

  #follow(): void {
    this.#noticeReader();
    if (this.#kept !== null) scrollToStart(this.#kept);
  }

  /** What a page of ours scrolls by goes down to the start and no further; the rest is the reader's. */
  #noticeReader(): void {
    if (this.#kept === null) return;
    const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
    // A page that became shorter has moved up by itself, and is at its end.
    const isAtEnd = scrollTop + clientHeight > scrollHeight - TOLERANCE;
    const wentUp = scrollTop < this.#top - TOLERANCE && !isAtEnd;
    const wentPast = this.#kept.getBoundingClientRect().top < topOfSight() - TOLERANCE;
    this.#top = scrollTop;
    if (wentUp || wentPast) this.#letGo();
  }

  #letGo(): void {
    this.#growth.disconnect();
    this.#kept = null;
  }
}

function scrollToStart(part: HTMLElement): void {
  const smooth = matchMedia('(prefers-reduced-motion: no-preference)').matches;
  part.scrollIntoView({ block: 'start', behavior: smooth ? 'smooth' : 'auto' });
}

/** Pixels from the upper edge of the window that the head of the page takes. */
function topOfSight(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
}
