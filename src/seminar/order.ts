/** 研讨方法, the default first. */
export const METHODS = [
  '三段式',
  '团体列名',
  '世界咖啡',
  '行动学习',
  '案例研讨',
  '六顶思考帽',
] as const;

export type SeminarMethod = (typeof METHODS)[number];

/** What a trainer wants a seminar kit for. */
export interface SeminarOrder {
  /** As the trainer wrote it, cleaned. */
  readonly topic: string;
  /** Such as 各县干训干部班; empty where nobody has said. */
  readonly audience: string;
  readonly people: number;
  readonly minutes: number;
  readonly method: SeminarMethod;
  /** The local situation in the trainer's words; empty where there is none. */
  readonly situation: string;
}

/** What is taken where a trainer leaves a piece out. */
export const USUAL_ORDER = {
  audience: '参训学员',
  people: 40,
  minutes: 180,
  method: '三段式',
  situation: '',
} as const satisfies Omit<SeminarOrder, 'topic'>;

/** Bounds within which a kit can be made; characters, people, minutes. */
export const ORDER_LIMITS = {
  topic: { least: 2, most: 100 },
  audience: { most: 60 },
  situation: { most: 500 },
  people: { least: 6, most: 300 },
  minutes: { least: 60, most: 480 },
} as const;
