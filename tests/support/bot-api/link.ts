/** What is wrong with a link, in the words of the server; undefined when nothing is. */
export function linkFault(link: string): string | undefined {
  const reason = reasonAgainst(link);
  return reason === undefined ? undefined : `URL '${link}' is invalid: ${reason}`;
}

function reasonAgainst(link: string): string | undefined {
  const inApp = /^(?:tg|ton|tonsite):(?:\/\/)?(.*)$/iu.exec(link);
  const rest = inApp?.[1] ?? link;
  const scheme = /^([^:/?#@[\]]*):\/\//u.exec(rest);
  if (scheme !== null && !/^https?$/iu.test(scheme[1] as string)) return 'Unsupported URL protocol';
  const authority = rest.slice(scheme?.[0].length ?? 0).split(/[/?#]/u)[0] as string;
  const { host, port } = splitAuthority(authority);
  if (port !== undefined && !isPort(port)) return 'Wrong port number specified in the URL';
  if (host === '') return 'URL host is empty';
  if (host === '.') return 'Host is invalid';
  if (!/^(?:[\w.\-!$,~*'();&+=]|%[0-9a-f]{2}|[^\0-\x7F])+$/iu.test(host)) {
    return 'Disallowed character in URL host';
  }
  return inApp === null && !host.includes('.') ? 'Wrong HTTP URL' : undefined;
}

function splitAuthority(authority: string): { host: string; port: string | undefined } {
  const withPort = /^(.+):([^:@\]]*)$/u.exec(authority);
  const hostPart = withPort?.[1] ?? authority;
  return { host: hostPart.slice(hostPart.lastIndexOf('@') + 1), port: withPort?.[2] };
}

function isPort(text: string): boolean {
  return /^\d+$/u.test(text) && Number(text) > 0 && Number(text) <= 65_535;
}
