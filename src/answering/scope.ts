/** Why a question is refused as 超出范围. */
export type ScopeReason = 'personnel' | 'errand' | 'manipulation';

/** Who or what is promoted, appraised or disciplined. */
const PERSONNEL_DEED =
  /提拔|提任|晋升|升职|升官|重用|免职|撤职|处分|问责|称职|考核等次|评优|评先|当选|接班|(?:当|任|做|升)(?:副|正)?(?:科|处|局|厅|县|市|部|书记|主任|组)长?/u;

const SURNAME =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]';

/** Someone called by name: 老王, 王科长, 张三和李四谁…. */
const NAMED_PERSON = new RegExp(
  `(?:老|小|大)${SURNAME}|` +
    `${SURNAME}\\p{Script=Han}{0,2}(?:同志|(?:科|处|局|县|部)长|主任|书记)|` +
    `${SURNAME}\\p{Script=Han}{1,2}[和与跟、]${SURNAME}\\p{Script=Han}{1,2}(?:谁|哪)`,
  'u',
);

/** A person of the asker's own, rather than a group that a policy speaks of. */
const OWN_PERSON =
  /[某他她]|我(?:们)?(?:处|科|局|单位|部门|室)?(?:里)?(?:的)?(?:这|那)?(?:几|五|三|两|个)*(?:个)?(?:人|同事|下属|领导|科长|处长)|我(?:今年|明年|能|该|会)|谁/u;

const PERSONNEL_ASK =
  /能不能|会不会|该不该|要不要|可以.{0,6}吗|谁更|哪[个位].{0,4}[该能应更最]|谁(?:评|当|该|能)|适合|合适|怎么评|定一下|给个意见|有没有(?:希望|戏)/u;

/** What asks for a deed rather than for what a text says. */
const ERRAND = [
  /(?:帮|替|给|为)(?:我|我们|忙|大家|班|培训班|学员)*.{0,6}(?:订|预订|买|抢|约|叫)(?:一?[个张间辆份])?.{0,6}(?:酒店|宾馆|票|房|餐|饭|车|标间)/u,
  /(?:帮|替)(?:我|我们|忙|领导)?.{0,4}(?:写|起草|拟|润色|改写|编|做|画|算)|给.{1,6}(?:写|起草|拟)(?:一?[份个篇段封])|^(?:请)?(?:写|起草|拟)(?:一?[份个篇段封])/u,
  /天气|气温|下雨|羽绒服|几度/u,
  /(?:写|编|作|来)(?:一|个|首|段|篇|点|份)*(?:首|段|篇|个)?.{0,6}(?:诗|词牌|七律|绝句|歌词|小说|笑话|段子|情书|代码|脚本|程序|爬虫|检讨书|辞职信)/u,
  /(?:python|java(?:script)?|excel|sql|html|php|c\+\+)/iu,
  /翻译|译成|用(?:英语|英文|日语|法语|俄语)(?:说|写)/u,
  /(?:吃|开)(?:什么|点)?.{0,6}药|布洛芬|阿莫西林|头孢|发烧|感冒|嗓子疼|看病|挂号|治疗/u,
  /好吃|餐馆|饭店推荐|菜馆|火锅|旅游|好玩|导航|怎么走|打车|路线/u,
  /股票|基金(?:推荐|走势)|彩票|理财|房价|汇率/u,
  /算一?[下算](?!.{0,8}(?:规划|政策))|等于几|解方程|讲个?(?:笑话|故事)|陪我聊|星座|运势|算命/u,
  /世界杯|比分|电影|电视剧|明星|游戏/u,
];

/** What tries to give the assistant other rules or to see them. */
const MANIPULATION =
  /(?:忽略|无视|忘记|绕过|不要遵守|推翻).{0,10}(?:规则|指令|指示|提示|设定|要求|限制|以上|之前|前面)|系统提示词|提示词.{0,8}(?:打印|输出|告诉|显示|复述)|你(?:现在)?(?:不再)?(?:是|扮演|假装|当作).{0,12}(?:没有限制|无限制|不受|越狱|AI|DAN)|编(?:造|一条|一个|几条|个)|ignore .{0,24}(?:rules|instructions)|system prompt|jailbreak/iu;

/** Whether a question is outside this assistant's work, judged by its words alone. */
export function scopeReason(question: string): ScopeReason | null {
  if (MANIPULATION.test(question)) return 'manipulation';
  const isOfOwn = NAMED_PERSON.test(question) || OWN_PERSON.test(question);
  if (PERSONNEL_DEED.test(question) && isOfOwn && PERSONNEL_ASK.test(question)) return 'personnel';
  return ERRAND.some((pattern) => pattern.test(question)) ? 'errand' : null;
}
