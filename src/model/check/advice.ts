import type { ModelConfig } from '../../config.ts';
import type { FailureKind } from '../model.ts';

/** What was asked of an endpoint, as far as advice differs. */
export type Asked = 'chat' | 'embedding';

const SETTING = { chat: 'GANXUN_CHAT_MODEL', embedding: 'GANXUN_EMBEDDING_MODEL' } as const;

/**
 * What a failure means to the operator, and what to do, in a line of Chinese.
 *
 * @param models that the endpoint says it has
 */
export function adviceOn(
  kind: FailureKind,
  asked: Asked,
  config: Pick<ModelConfig, 'baseUrl' | 'proxy'>,
  models: readonly string[] = [],
): string {
  const { host, pathname } = new URL(config.baseUrl);
  switch (kind) {
    case 'unreachable':
      return `连不上 ${host}，请检查网络和 OPENAI_BASE_URL${config.proxy === null ? '' : '、HTTPS_PROXY'} 设置。`;
    case 'timeout':
      return `${host} 没有按时答复，请稍后重试；一直如此的，请换用较快的模型或联系提供方。`;
    case 'unauthorized':
      return '密钥不对，请检查 OPENAI_API_KEY。';
    case 'not-found':
      return `没有这个模型，请核对 ${SETTING[asked]} 与接口提供的模型名称${among(models)}，并核对 OPENAI_BASE_URL${aboutPath(pathname)}。`;
    case 'refused':
      return `接口不接受这样的请求，请核对 ${SETTING[asked]} 是不是这种用途的模型，并查看账户余额。`;
    case 'flood':
      return '接口限制了调用次数，请稍后重试，或向提供方申请更高的额度。';
    case 'server':
      return '接口自身出错，请稍后重试；一直如此的，请联系提供方。';
    case 'malformed':
      return '接口的答复不完整或格式不对，请换用其他模型后重试。';
    case 'resting':
    case 'busy':
    case 'over-budget':
    case 'cancelled':
      return '检查没有做完，请重试。';
    default:
      return kind satisfies never;
  }
}

/** An address is often copied without its version, or with what the client puts behind it. */
function aboutPath(pathname: string): string {
  if (/\/(?:chat|completions|embeddings)/u.test(pathname)) return '：地址不要带 /chat/completions';
  return /\/v\d/u.test(pathname) ? '' : '：地址一般以 /v1 结尾';
}

const MOST_NAMED = 8;

function among(models: readonly string[]): string {
  if (models.length === 0) return '';
  const named = models.slice(0, MOST_NAMED).join('、');
  return `（有 ${named}${models.length > MOST_NAMED ? ' 等' : ''}）`;
}
