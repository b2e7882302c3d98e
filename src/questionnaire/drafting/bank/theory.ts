import type { ContentChapter } from './content-item.ts';

/** Chapter 二: 坚持不懈用习近平新时代中国特色社会主义思想凝心铸魂. */
export const THEORY: ContentChapter = {
  items: [
    {
      id: 'theory-system',
      text: '习近平新时代中国特色社会主义思想的科学体系',
      anchor: '讲清楚习近平新时代中国特色社会主义思想的科学体系和核心要义',
      about: /创新理论|理论武装|理论学习|理论教育|习近平新时代/u,
    },
    {
      id: 'theory-standpoint',
      text: '党的创新理论的立场观点方法',
      anchor: '讲清楚这一思想的世界观、方法论和贯穿其中的立场观点方法',
      about: /创新理论|理论武装|理论学习|理论教育|方法论|世界观|习近平新时代/u,
    },
    {
      id: 'theory-works',
      text: '习近平总书记重要著作的研读',
      anchor:
        '原原本本研读《习近平谈治国理政》《习近平著作选读》《习近平新时代中国特色社会主义思想专题摘编》等重要著作',
      about: /创新理论|理论武装|理论学习|理论教育|原著|著作|习近平新时代/u,
    },
    {
      id: 'theory-latest',
      text: '习近平总书记最新重要讲话精神',
      anchor: '跟进学习习近平总书记最新重要讲话和重要论述',
      about: /创新理论|理论武装|理论学习|理论教育|讲话|论述|习近平新时代/u,
    },
    {
      id: 'theory-practice',
      text: '运用党的创新理论解决实际问题',
      anchor: '从党的创新理论中悟规律、明方向、学方法、增智慧',
      about: /创新理论|理论武装|理论教育|学以致用|学用|理论联系实际/u,
    },
    {
      id: 'theory-strategic',
      text: '战略思维能力',
      anchor: '不断提高战略思维、历史思维、辩证思维、系统思维、创新思维、法治思维、底线思维能力',
      about: /战略思维|思维能力|科学思维|战略/u,
    },
    {
      id: 'theory-systematic',
      text: '系统思维能力',
      anchor: '不断提高战略思维、历史思维、辩证思维、系统思维、创新思维、法治思维、底线思维能力',
      about: /系统思维|系统观念|思维能力|科学思维/u,
    },
    {
      id: 'theory-bottom-line',
      text: '底线思维能力',
      anchor: '不断提高战略思维、历史思维、辩证思维、系统思维、创新思维、法治思维、底线思维能力',
      about: /底线思维|思维能力|科学思维/u,
    },
    {
      id: 'theory-creative',
      text: '创新思维能力',
      anchor: '不断提高战略思维、历史思维、辩证思维、系统思维、创新思维、法治思维、底线思维能力',
      about: /创新思维|思维能力|科学思维/u,
    },
  ],
  usual: {
    general: ['theory-standpoint', 'theory-practice', 'theory-latest'],
    leading: ['theory-standpoint', 'theory-strategic', 'theory-practice'],
    young: ['theory-works', 'theory-standpoint', 'theory-systematic'],
    grassroots: ['theory-latest', 'theory-practice', 'theory-bottom-line'],
    professional: ['theory-latest', 'theory-creative', 'theory-system'],
  },
};
