import type { Grid, Rule } from './layout.ts';

/** Rules that miss one another by this much still meet. */
const NEAR = 3;
/** A page of drawings is no page of tables; beyond this its lines are not looked at. */
const MOST_RULES = 4000;

/** The tables that rules draw: at least two columns or two rows, with words apart by their lines. */
export function findGrids(rules: readonly Rule[]): Grid[] {
  if (rules.length > MOST_RULES) return [];
  return groupsOf(joinRules(rules)).flatMap((group) => {
    const rows = distinct(group.filter(({ isLevel }) => isLevel).map(({ at }) => at));
    const columns = distinct(group.filter(({ isLevel }) => !isLevel).map(({ at }) => at));
    return rows.length >= 2 && columns.length >= 3 ? [{ columns, rows }] : [];
  });
}

/** Borders are often drawn cell by cell: parts of one line become one. */
function joinRules(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort(
    (one, other) =>
      Number(one.isLevel) - Number(other.isLevel) || one.at - other.at || one.from - other.from,
  );
  const joined: Rule[] = [];
  for (const rule of sorted) {
    const at = joined.findLastIndex(
      (one) =>
        one.isLevel === rule.isLevel &&
        Math.abs(one.at - rule.at) < 1 &&
        rule.from <= one.to + NEAR &&
        rule.to >= one.from - NEAR,
    );
    const other = joined[at];
    if (other === undefined) joined.push(rule);
    else {
      const [from, to] = [Math.min(other.from, rule.from), Math.max(other.to, rule.to)];
      joined[at] = { ...other, from, to };
    }
  }
  return joined;
}

/** Rules that cross or touch one another, directly or through others. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const left = new Set(rules);
  const groups: Rule[][] = [];
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const rule of group) {
      for (const other of left) {
        if (!meet(rule, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function meet(one: Rule, other: Rule): boolean {
  if (one.isLevel === other.isLevel) return false;
  const within = (at: number, { from, to }: Rule) => at >= from - NEAR && at <= to + NEAR;
  return within(one.at, other) && within(other.at, one);
}

function distinct(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((one, other) => one - other)) {
    if (value - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) found.push(value);
  }
  return found;
}
