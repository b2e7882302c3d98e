import { parse } from 'yaml';
import { z } from 'zod';
import { messageOf, UserFacingError } from '../errors.ts';

const inChinese = z.locales.zhCN().localeError;

/**
 * Reads a YAML file of the corpus against its shape.
 *
 * @param name how people know it, such as `问答文件 faq.yaml`
 * @throws UserFacingError in one line that says where the file is wrong
 */
export function parseYamlFile<Shape extends z.ZodType>(
  name: string,
  yaml: string,
  shape: Shape,
): z.output<Shape> {
  const parsed = shape.safeParse(parseYaml(name, yaml), { error: inChinese });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new UserFacingError(
    `${name} 有误${where === '' ? '' : `（${where}）`}：${issue?.message ?? ''}，请更正后重试。`,
  );
}

function parseYaml(name: string, yaml: string): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    const problem = messageOf(error).split('\n')[0];
    throw new UserFacingError(
      `${name} 不是有效的 YAML，请检查缩进和引号（${problem}），请更正后重试。`,
    );
  }
}
