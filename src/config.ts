import { join } from 'node:path';
import { z } from 'zod';
import { UserFacingError } from './errors.ts';

/** Everything that the environment decides. */
export interface Config {
  /** Folder of the approved materials and their manifest. */
  readonly corpusFolder: string;
  /** The one folder that the assistant writes to. */
  readonly dataFolder: string;
  /** IANA zone in which dates count. */
  readonly zone: string;
}

const environment = z.object({
  GANXUN_CORPUS: z.string().min(1).optional(),
  GANXUN_DATA: z.string().min(1).optional(),
  GANXUN_ZONE: z.string().refine(isZone).default('Asia/Shanghai'),
});

/**
 * Pure: reads settings, touches nothing.
 *
 * @param root folder of the installation, which holds the default corpus and data folders
 * @throws UserFacingError naming the setting that is wrong
 */
export function parseConfig(env: Record<string, string | undefined>, root: string): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new UserFacingError(`设置 ${name} 的值“${env[name]}”不对，请对照 README 的设置表修改。`);
  }
  return {
    corpusFolder: parsed.data.GANXUN_CORPUS ?? join(root, 'corpus'),
    dataFolder: parsed.data.GANXUN_DATA ?? join(root, 'data'),
    zone: parsed.data.GANXUN_ZONE,
  };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
