import { describe, expect, it } from 'vitest';
import { forceOf } from '../../src/answering/force.ts';

describe('force of a statement', () => {
  it.each([
    ['各级政府要将干部教育培训经费列入年度财政预算', 'requires'],
    ['严控新设以党员干部为培训对象的培训机构', 'requires'],
    ['推行结构化研讨、行动学习等研究式学习', 'requires'],
    ['出台干部网络培训学时管理办法', 'requires'],
    ['大力推进领导干部上讲台', 'requires'],
    ['探索翻转课堂等方法', 'explores'],
    ['探索推行“政治辅导员”、“导师帮带”制度', 'explores'],
    ['鼓励加强干部教育培训方式方法创新', 'encourages'],
    ['积极创造条件', 'encourages'],
    ['地方各级党委可以使用留存的党费组织培训基层党员干部', 'permits'],
    ['财政困难地方可按规定统筹使用自有财力', 'permits'],
  ] as const)('%s: %s', (statement, force) => {
    expect(forceOf(statement)).toBe(force);
  });

  it('reads 支持 as a verb at the head of a statement only', () => {
    expect(forceOf('支持干部在职自学')).toBe('encourages');
    expect(forceOf('支持力度进一步加大')).toBe('requires');
    expect(forceOf('加大对革命老区干部教育培训支持力度')).toBe('requires');
    expect(forceOf('把干部教育培训师资纳入各级人才政策支持范畴')).toBe('requires');
  });
});
