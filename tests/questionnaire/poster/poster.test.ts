import { expect, it } from 'vitest';
import { qrPng } from '../../../src/questionnaire/poster/qr-png.ts';
import { surveyPoster } from '../../../src/questionnaire/poster/survey-poster.ts';

const URL = 'https://example.org/#survey=ABCDE23456';

it('draws an address as a picture that is large enough to print', async () => {
  const png = Buffer.from(await qrPng(URL));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([640, 640]);
  expect(Buffer.from(await qrPng(`${URL}7`)).equals(png)).toBe(false);
});

it('makes a page to print that asks for nothing else, whatever the title', () => {
  const page = surveyPoster({
    ...{ title: '<img src=x>问卷', subtitle: '6月30日18:00截止', code: 'ABCDE23456' },
    links: [{ label: '网页', url: URL }],
  });
  expect(page).toContain('&lt;img src=x&gt;问卷');
  expect(page).toContain('问卷编号 ABCDE23456');
  expect(page).not.toMatch(/<img|<script|https?:\/\/(?!www\.w3\.org)/u);
  expect(page.match(/<svg/gu)).toHaveLength(1);
});
