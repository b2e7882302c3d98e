const PROBLEMS = {
  'bad-request': [400, '请求内容不符合要求，请刷新页面后再试。'],
  'bad-json': [400, '请求内容无法读取，请刷新页面后再试。'],
  'wrong-host': [
    403,
    '不能从这个网址使用干训助手，请改用管理员给出的网址（管理员可用 GANXUN_PUBLIC_URL 设置）。',
  ],
  'wrong-origin': [403, '请求来自其他网站，未予处理。请直接打开干训助手的页面再试。'],
  'wrong-code': [403, '邀请码不对，请核对后再试。'],
  'no-demo': [403, '演示已经结束，请用邀请码登录。'],
  'too-many-tries': [429, '尝试次数过多，请一小时后再试。'],
  'file-too-large': [
    413,
    '文件超过 5 MB，未能接收。名单请只保留一张表，问卷请核对是否选错了文件。',
  ],
  'material-too-large': [413, '文件超过 20 MB，未能接收。请压缩其中的图片，或者拆成几份后再发。'],
  'not-found': [404, '没有找到这个页面。请检查网址，或者返回干训助手首页。'],
  'file-not-found': [404, '没有找到这个文件，可能已经清除。请在对话中重新生成。'],
  'wrong-method': [405, '这个地址不支持这种操作，请刷新页面后再试。'],
  'too-large': [413, '内容过长，未能接收。请缩短后再发送。'],
  'wrong-type': [415, '请求格式不正确，只接受 JSON。请刷新页面后再试。'],
  unreadable: [422, '内容无法识别，请修改后再发送。'],
  busy: [429, '前面的提问尚未答复完毕，请稍候再发送。'],
  internal: [500, '服务出现意外错误，请稍后再试；仍不能解决的，请告知维护人员。'],
  'not-kept': [503, '这次没有完成答复，请稍后再试。'],
  unavailable: [503, '干训助手暂时不能使用，请稍后再试。'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The words that people get for a problem, unless there are better ones. */
export function messageFor(code: ProblemCode): string {
  return PROBLEMS[code][1];
}

/** What is asked for; of a Request, as much as decides the form of an answer. */
export type Asked = Pick<Request, 'method' | 'headers'>;

/** A problem as JSON, or as plain text for a person who opened the address in a browser. */
export function problem(asked: Asked, code: ProblemCode, message = messageFor(code)): Response {
  const status = PROBLEMS[code][0];
  if (isOpenedByPerson(asked)) {
    return new Response(`${message}\n`, {
      status,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
  return Response.json({ error: { code, message } }, { status });
}

function isOpenedByPerson({ method, headers }: Asked): boolean {
  const opens = method === 'GET' || method === 'HEAD';
  return opens && (headers.get('accept') ?? '').includes('text/html');
}
