import { Resvg } from '@resvg/resvg-js';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { invitationSheet } from '../../src/people/invitation-sheet.ts';

const URL = 'https://peixun.example.cn/#code=ABCDEFGHJKLM';
const card = (name = '王芳') => ({
  ...{ name, unit: '某局', code: 'ABCDEFGHJKLM' },
  links: [{ label: '网页', url: URL }],
});

describe('a sheet of invitations', () => {
  it('has a picture for each link that leads there', () => {
    const html = invitationSheet({ title: '任职班', subtitle: '', cards: [card()] });
    const [svg = ''] = /<svg[\s\S]*?<\/svg>/u.exec(html) ?? [];
    const { width, height, pixels } = new Resvg(svg, {
      background: '#fff',
      fitTo: { mode: 'width', value: 400 },
    }).render();
    expect(decodeQR({ width, height, data: Uint8Array.from(pixels) })).toBe(URL);
  });

  it('shows what people read as text and never as markup', () => {
    const html = invitationSheet({
      ...{ title: '<script>alert(1)</script>', subtitle: '"a"' },
      cards: [{ ...card('<b>王芳'), unit: '&某局' }],
    });
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;b&gt;王芳');
    expect(html).toContain('&amp;某局');
  });

  it('asks for nothing from elsewhere', () => {
    const html = invitationSheet({ title: '任职班', subtitle: '', cards: [card()] });
    expect(html).not.toMatch(/(?:src|href)=|@import|url\(/u);
  });

  it('has a card for each person, and a poster for a code that all share', () => {
    const cards = Array.from({ length: 60 }, (_, at) => card(`学员${at}`));
    const html = invitationSheet({ title: '任职班', subtitle: '', cards });
    expect(html.match(/<section>/gu)).toHaveLength(60);
    expect(html).toContain('class="cards"');
    expect(html).toContain('ABCD-EFGH-JKLM');
    const poster = invitationSheet({ title: '任职班', subtitle: '', cards: [card('')] });
    expect(poster).toContain('class="poster"');
    expect(poster).toContain('限本班学员使用');
  });
});
