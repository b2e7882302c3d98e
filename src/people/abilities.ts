/** 学员, 教师, 管理员, 运维. */
export const ROLES = ['learner', 'trainer', 'admin', 'operator'] as const;

export type Role = (typeof ROLES)[number];

/** Whoever is not a person of the records is a stranger. */
export type Standing = Role | 'stranger';

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  learner: '学员',
  trainer: '教师',
  admin: '管理员',
  operator: '运维',
};

const EVERYONE: readonly Standing[] = ['stranger', ...ROLES];
const EVERY_PERSON: readonly Standing[] = ROLES;

/** Who may do what. What concerns a class is asked for that class by `canIn`. */
const ABILITIES = {
  /** Ask, read the materials, manage one's own conversation, send a suggestion. */
  ask: EVERYONE,
  'sign-in': EVERYONE,
  /** Keep learning records, answer recall questions, see and delete what is one's own. */
  learn: EVERY_PERSON,
  'see-own-classes': EVERY_PERSON,
  /** Name, time and trainers of a class. */
  'see-class': ['learner', 'trainer', 'admin'],
  'see-members': ['trainer', 'admin'],
  /** Totals of five people or more. */
  'see-totals': ['trainer', 'admin'],
  /** Records that learners shared with the trainers of their class. */
  'see-shared': ['trainer'],
  'invite-learner': ['trainer', 'admin'],
  'invite-trainer': ['admin'],
  'manage-class': ['admin'],
  'import-people': ['admin'],
  /** All classes, new classes, administrators. */
  administer: ['admin'],
  'see-audit': ['admin', 'operator'],
  /** Make, change and share 结构化研讨 kits of one's own. */
  'prepare-seminar': ['trainer', 'admin'],
  /** Open a live seminar and lead it from step to step. */
  'run-seminar': ['trainer', 'admin'],
  /** Take part in one: each person votes once, whatever they come by. */
  'join-seminar': EVERY_PERSON,
  /** Read the messages that were sent to oneself, choose their channel. */
  'read-messages': EVERY_PERSON,
  /** Send 班务通知 to a class, and read what became of them. */
  'notify-class': ['trainer', 'admin'],
  /** Send 学习提醒 and 班务通知 to whomever, keep audiences under a name. */
  'manage-reminders': ['admin'],
  /** Draft, check and publish 问卷, to one's own classes or by a link, and read their reports. */
  'prepare-questionnaire': ['trainer', 'admin'],
  /** Publish them to units and to all classes; read what others have published. */
  'manage-questionnaires': ['admin'],
  /** Send a material, register and submit it. */
  'prepare-material': ['trainer', 'admin'],
  /** Approve, give back and retire materials. */
  'manage-materials': ['admin'],
  /** Answer 待答问题 from approved text. */
  'answer-ledger': ['trainer', 'admin'],
  /** Assign 待答问题, approve answers, set aside what is no policy. */
  'manage-ledger': ['admin'],
  /** Totals of the whole service. */
  'see-insight': ['admin'],
  /** Read 意见建议 and answer them. */
  'answer-suggestions': ['admin'],
  /** Answer one that was sent to oneself, or whose link one has. */
  'answer-questionnaire': EVERYONE,
} as const satisfies Readonly<Record<string, readonly Standing[]>>;

export type Action = keyof typeof ABILITIES;

export const ACTIONS = Object.keys(ABILITIES) as readonly Action[];

/** Whether someone may do anything at all for which a file is sent. */
export function maySendFiles(standing: Standing): boolean {
  const actions = ['import-people', 'prepare-questionnaire', 'prepare-material'] as const;
  return actions.some((action) => can(standing, action));
}

export function can(standing: Standing, action: Action): boolean {
  return (ABILITIES[action] as readonly Standing[]).includes(standing);
}
