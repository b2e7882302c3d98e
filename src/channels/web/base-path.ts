/** The path under which people reach the web chat, without its last slash: empty or `/ganxun`. */
export function basePathOf(publicUrl: URL | null): string {
  return publicUrl?.pathname.replace(/\/+$/u, '') ?? '';
}

/**
 * The path of a request below the base path. One that does not start with it is taken as it is:
 * some proxies strip the base path. The bare base path stays too, since it is to be redirected.
 */
export function pathBelow(basePath: string, url: string): string {
  const { pathname } = new URL(url);
  return basePath !== '' && pathname.startsWith(`${basePath}/`)
    ? pathname.slice(basePath.length)
    : pathname;
}
