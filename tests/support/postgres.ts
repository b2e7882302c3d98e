import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Where Debian puts the programs of a server. */
const DEBIAN = '/usr/lib/postgresql';

/** A real server for the tests of one file. */
export interface PostgresServer {
  /** Address of a fresh, empty database. */
  makeDatabase(): Promise<string>;
  stop(): void;
  /** Stops the server and starts it again on the same data. */
  restart(): void;
}

/** Folder of `initdb` and `pg_ctl`; null where no server is installed. */
export function findPostgres(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
  const folders = versions.map((version) => join(DEBIAN, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/** Makes a cluster in a folder of its own and starts it on a free port. */
export async function startPostgres(bin: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  // The server refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  chmodSync(folder, 0o755);
  if (isRoot) execFileSync('chown', ['postgres', folder]);
  const run = (program: string, ...args: string[]) => {
    const command = [join(bin, program), ...args];
    const [first = '', ...rest] = isRoot
      ? ['runuser', '-u', 'postgres', '--', ...command]
      : command;
    const { status, stderr } = spawnSync(first, rest, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) throw new Error(`Cannot run ${program}: ${stderr}`);
  };
  const data = join(folder, 'data');
  const port = await freePort();
  run(
    'initdb',
    '-D',
    data,
    '-U',
    'ganxun',
    '--auth=trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  );
  const start = () =>
    run(
      'pg_ctl',
      '-D',
      data,
      '-w',
      '-t',
      '120',
      '-l',
      join(folder, 'log'),
      '-o',
      `-p ${port} -k ${folder} -c fsync=off`,
      'start',
    );
  const stop = (mode: string) => run('pg_ctl', '-D', data, '-m', mode, '-w', 'stop');
  start();
  const addressOf = (name: string) => `postgres://ganxun@127.0.0.1:${port}/${name}`;
  return {
    makeDatabase: async () => {
      const name = `test_${randomBytes(6).toString('hex')}`;
      const client = new pg.Client({ connectionString: addressOf('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return addressOf(name);
    },
    restart: () => {
      stop('fast');
      start();
    },
    stop: () => {
      // What it would write down is thrown away.
      stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
