import { expect, it } from 'vitest';
import { identityMask } from '../../../src/text/identity/mask-identities.ts';

const NAMES = ['张三', '欧阳明', '欧阳明月', '李', ''];

it.each([
  ['张三讲得好', '（姓名已隐去）讲得好'],
  ['请张 三来讲', '请（姓名已隐去）来讲'],
  ['欧阳明月组织得力', '（姓名已隐去）组织得力'],
  ['我的电话13812345678', '我的电话（电话已隐去）'],
  ['１３８１２３４５６７８', '（电话已隐去）'],
  ['138-1234-5678 或者 0571-88886666', '（电话已隐去） 或者 （电话已隐去）'],
  ['身份证11010119900307123X。', '身份证（证件号已隐去）。'],
  ['发 zhang.san@example.com', '发 （邮箱已隐去）'],
  ['卡号6222020200112233445', '卡号（号码已隐去）'],
  ['6222 0202 0011 2233 445', '（号码已隐去）'],
  ['138 1234 5678、(86)13812345678', '（电话已隐去）、（电话已隐去）'],
  ['138-12345678', '（电话已隐去）'],
  ['幺三八一二三四五六七八', '（电话已隐去）'],
  ['（0571）88886666', '（电话已隐去）'],
  ['电话8886666', '电话（电话已隐去）'],
  ['110101 19900307 1234', '（证件号已隐去）'],
  ['护照E12345678，微信lixm88321', '护照（证件号已隐去），微信（号码已隐去）'],
  ['QQ号是123456，工号 20231', 'QQ号是（号码已隐去），工号 （号码已隐去）'],
  ['车牌浙A12345', '车牌（号码已隐去）'],
  ['zhang(at)qq.com', '（邮箱已隐去）'],
])('%s', (text, masked) => {
  expect(identityMask(NAMES)(text)).toBe(masked);
});

it.each([
  '2027年办3期，每期40人',
  '2018-2022、2023-2027，2018-2022 2023-2027',
  '国办函〔2026〕12号',
  '550学时',
  '建议学习《规划》第三部分',
  '=cmd|calc',
  '李同志讲得好',
])('%s is left as it is', (text) => {
  expect(identityMask(NAMES)(text)).toBe(text);
});

it('takes no long time for a large house', () => {
  const names = Array.from({ length: 5000 }, (_, at) => `人员${at}`);
  const mask = identityMask(names);
  const before = performance.now();
  for (let at = 0; at < 2000; at++) mask(`建议多安排案例教学，请人员${at}来讲`);
  expect(performance.now() - before).toBeLessThan(3000);
});
