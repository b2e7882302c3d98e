import { isNode, LineCounter, parse, parseDocument, YAMLError } from 'yaml';
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
  const path = issue?.path ?? [];
  const where = path.length === 0 ? '' : `（第 ${lineAt(yaml, path)} 行，${path.join('.')}）`;
  throw new UserFacingError(`${name} 有误${where}：${issue?.message ?? ''}，请更正后重试。`);
}

function parseYaml(name: string, yaml: string): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    const at = error instanceof YAMLError ? error.linePos?.[0] : undefined;
    const where = at === undefined ? messageOf(error) : `第 ${at.line} 行第 ${at.col} 个字附近`;
    throw new UserFacingError(
      `${name} 不是有效的 YAML，请检查缩进和引号（${where}），请更正后重试。`,
    );
  }
}

/** The line of what a path leads to, or of what it would stand in where it is missing. */
function lineAt(yaml: string, path: readonly PropertyKey[]): number {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  for (let depth = path.length; depth > 0; depth--) {
    const found: unknown = document.getIn(path.slice(0, depth), true);
    if (isNode(found) && found.range) return lines.linePos(found.range[0]).line;
  }
  return 1;
}
