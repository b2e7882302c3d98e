/** What a label stands at, and how large it is, in pixels. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const DISTANCES = [13, 20, 30, 42, 56, 72, 90, 110];
const DIRECTIONS = 16;
const GAP = 2;

/**
 * Places a label near each point so that none lies over another, over a point or outside the area:
 * the nearest free place, beginning at the right. Null for one that finds no place.
 *
 * @param radius of the points
 * @param taken where nothing may stand
 * @param farthest a label may stand from its point
 */
export function placeLabels(
  points: readonly Labelled[],
  area: Box,
  radius: number,
  taken: readonly Box[] = [],
  farthest = Number.POSITIVE_INFINITY,
): (Box | null)[] {
  const dots = points.map(({ x, y }) => around(x, y, 2 * radius, 2 * radius));
  const placed: Box[] = [...taken, ...dots];
  // Points in a crowd choose first: those that stand alone find a place at any time.
  const order = points
    .map((point, at) => ({ at, near: crowdOf(point, points) }))
    .sort((one, other) => other.near - one.near || one.at - other.at);
  const found: (Box | null)[] = points.map(() => null);
  for (const { at } of order) {
    const point = points[at] as Labelled;
    const free = candidates(point, farthest).find(
      (box) => isWithin(box, area) && !placed.some((other) => overlap(box, other)),
    );
    if (free === undefined) continue;
    found[at] = free;
    placed.push(free);
  }
  return found;
}

export function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right + GAP &&
    other.left < one.right + GAP &&
    one.top < other.bottom + GAP &&
    other.top < one.bottom + GAP
  );
}

function candidates({ x, y, width, height }: Labelled, farthest: number): Box[] {
  return DISTANCES.filter((distance) => distance <= farthest).flatMap((distance) =>
    Array.from({ length: DIRECTIONS }, (_, at) => {
      // Right, left, above, below first, then between them.
      const turn = ((at * 7) % DIRECTIONS) * ((2 * Math.PI) / DIRECTIONS);
      const [across, down] = [Math.cos(turn), Math.sin(turn)];
      return around(
        x + across * (distance + width / 2),
        y + down * (distance + height / 2),
        width,
        height,
      );
    }),
  );
}

function crowdOf(point: Labelled, points: readonly Labelled[]): number {
  return points.filter(({ x, y }) => Math.hypot(x - point.x, y - point.y) < 60).length;
}

function around(x: number, y: number, width: number, height: number): Box {
  return {
    ...{ left: x - width / 2, top: y - height / 2 },
    ...{ right: x + width / 2, bottom: y + height / 2 },
  };
}

function isWithin(box: Box, area: Box): boolean {
  return (
    box.left >= area.left &&
    box.right <= area.right &&
    box.top >= area.top &&
    box.bottom <= area.bottom
  );
}
