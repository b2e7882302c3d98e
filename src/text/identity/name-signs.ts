/**
 * Surnames of most people, without those that are at work in every sentence as another word (和, 于,
 * 向, 时, 任, 能, 成, 由, 从, 都, 别, 单, 全, 万, 双, 党, 班): these count only beside a title.
 */
export const SURNAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱雷秦江史顾侯邵孟龙段钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢岳齐沿梅莫庄辛祝左涂谷祁耿牟卜詹关苗凌费纪靳盛童欧甄裴席卫屈鲍覃霍翁隋甘景薄柏宁柴蒲褚滕戚桂闵解宗房丘冉焉臧苑窦娄仇闫肖付阮骆尚阳向宫古鞠路游司冷阚佘晏蔺糜瞿麻敖楼应储沙郎鄢束习'.replace(
    /[沿焉]/gu,
    '',
  ),
);
/** Surnames that are other words too: beside a title alone. */
export const SURNAMES_BESIDE_TITLE = new Set(
  '于任成时万单全华明师邬巫井水花包米容边胥强项计曲艾商',
);

export const DOUBLE_SURNAMES = wordsOf(`
  欧阳 上官 司马 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒 东方 宇文 长孙 端木 南宫 独孤 轩辕 百里 呼延
  申屠 闻人
`);

/** Signs that given names are mostly made of. */
export const GIVEN_SIGNS = new Set(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国红文志辉鹏飞波斌宇浩凯健俊帆帅龙峰林海燕萍梅玲琴云珍莲春香月莉琳婷雪倩颖慧佳欣怡悦梦瑶雅洁璐薇蕾蓉菊凤翠巧晶晨曦旭阳东亮光荣福贵祥瑞宝金银铁钢柱根生树森松柏楠彬博达宏伦伟良才德厚仁义礼信诚忠孝贤庆喜乐安康宁泰永恒远航立山川江河雷震雨晓小大子梓涵轩豪睿哲思嘉家豫昊天宸浩然泽洪洲一诺依依可心妍欢晴岚岩冰冬夏秋冠群兵武胜利民新爱党卫红星火炬昌盛兴旺发全有财富余庆长久继承先进步前程锦绣绍绪维纲纪正方圆华中成功业卓越超群智勇双全惠素芬芝花淑贞彩仙娥媛媚婉婵妙婧妮娇姣嫣姗珊瑚珠琼瑛璇琪琦瑾瑜璟珏玮琨培植栋梁材桐枫榕柯楷模朴毅坚定刚强铭钧鑫锋锐钊镇铮斐斌炳焕煜烨炜灿炎烁熙照晖昕昱景晟晗暄皓皎月明朗启开展翔翰羽鸿鹄鹤鸣凌霄云汉清澜澄源润滋沛渊济潇湘淼波涌奇伟迪迎运达道通逸遥骏驰骋骥三四五六七八九二千万世少幼季仲伯孟书墨诗琴画艺音韵君婕雯霖露霜雁莺燕茜茹菲萱蕙薇苗芸芮苒芷若兰竹菁',
);

/** Words that begin like a name of somebody and are none, where neither text nor thesaurus holds them. */
export const NO_NAMES = new Set(
  wordsOf(`
  武警 路数 文山 文山会海 文艺 文旅 文化 文明 文秘 卫健 卫星 卫生 陆军 苏区 高新区 高学历 高职 高校 高铁 高分
  常态 常态化 常务 毕业生 应届 应届生 林业 章程 明星 关口 江河 江山 沙盘 苗子 苗头 金钥匙 金点子 白条 白费劲
  黄牌 石化 石油 钱粮 马列 毛概 党校 方志 易地 安保 安全 安检 祖国 时事 路线 邮政 辛苦 祝贺 莫非 庄严 盛会
`),
);

/** Places and their schools that begin with a surname. */
export const PLACES = wordsOf(`
  张家界 张家港 张家口 张掖 石家庄 石河子 马鞍山 黄山 黄冈 黄石 黄埔 黄河 常州 常德 常熟 沈阳 许昌 郑州 徐州 温州 苏州 苏区
  金华 金沙江 安阳 安庆 安顺 安康 安徽 贺州 洪湖 武汉 武威 武夷山 康定 龙岩 龙泉 梅州 梅园 江西 江苏 江门 汤阴 古田 黎平
  范县 白洋淀 雷州 高密 高原 夏河 秦皇岛 柳州 廖家 程家 梁家河 孟良崮 孔庙 鲁中 鲁南 宁夏 宁波 柏林 余姚 余村 周口
  连云港 唐山 邯郸 曹妃甸 萧山 邓州 吕梁 韩城 薛城 伍家岗 施甸 齐河 齐齐哈尔 詹天佑 温县 阳泉 阳江 阳光 华西 向阳
`);

/** Titles and words of address that follow a name. */
export const TITLES = wordsOf(`
  同志 老师 教授 先生 女士 主任 书记 主席 总经理 经理 校长 院长 部长 省长 市长 县长 区长 镇长 乡长 村长
  厅长 局长 处长 科长 股长 所长 站长 馆长 社长 行长 厂长 队长 组长 班长 班主任 会长 委员 常委 秘书长 秘书
  调研员 科员 专员 干事 助理 总监 董事长 讲师 博士 院士 研究员 医生 大夫 律师 法官 警官 师傅 大姐 大哥
  阿姨 叔叔 副主任 副书记 副校长 副院长 副部长 副市长 副县长 副局长 副处长 副科长 副教授 副主席 副省长 副厅长
  辅导员 学员 同学
`);
/** Titles of one sign, which need a stop or a word of the sentence behind them. */
export const SHORT_TITLES = [
  '总',
  '工',
  '处',
  '局',
  '科',
  '部',
  '厅',
  '姐',
  '哥',
  '嫂',
  '老',
  '某',
];

/** Whom everybody may name: what a text for training speaks of is no matter of anybody's own. */
export const KNOWN_TO_ALL = wordsOf(`
  习近平 毛泽东 邓小平 江泽民 胡锦涛 周恩来 刘少奇 朱德 陈云 李大钊 雷锋 焦裕禄 孔繁森 王进喜 黄大年 黄文秀
  张富清 张桂梅 廖俊波 谷文昌 杨善洲 钱学森 邓稼先 袁隆平 李保国 南仁东 郑培民 任长霞 沈浩 王继才 毛主席
  周总理 习总书记 孔子 孟子 老子 庄子 王阳明 鲁迅 白求恩 刘胡兰 董存瑞 黄继光 邱少云 方志敏 张思德 江姐
  杨靖宇 赵一曼 马克思 恩格斯 列宁 包公 包拯 海瑞 范仲淹 王安石 张居正 诸葛亮 岳飞 文天祥 林则徐 司马迁
  司马光
`);

function wordsOf(list: string): readonly string[] {
  return list.trim().split(/\s+/u);
}
