/** The part of the build that no compiler does: the page's own HTML, CSS and picture. */
import { cpSync } from 'node:fs';

const page = 'channels/web/page';
const isSource = (path) => path.endsWith('.ts');
cpSync(`src/${page}`, `dist/${page}`, { recursive: true, filter: (path) => !isSource(path) });
