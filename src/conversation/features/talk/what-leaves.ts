/** What goes to a model endpoint, for people. */
export function whatLeaves(host: string): string {
  return `为理解提问、起草答复、归并待答问题，提问、最近几次问答和有关的资料段落会发送给模型接口（${host}），已保存的学习记录、问卷答案和班次名单不发送`;
}
