const STEPS: Readonly<Record<string, number>> = {
  ...{ ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 },
};

/**
 * Makes a group of radio buttons one stop of the Tab key: arrows move among them, and Space or Enter
 * takes one. Moving takes none, since a choice leads on to the next question.
 */
export function rove(group: HTMLElement): void {
  const radios = [...group.querySelectorAll<HTMLButtonElement>('[role="radio"]')];
  const stopAt = (stop: HTMLButtonElement) => {
    for (const one of radios) one.tabIndex = one === stop ? 0 : -1;
  };
  const first = radios.find((one) => one.getAttribute('aria-checked') === 'true') ?? radios[0];
  if (first !== undefined) stopAt(first);
  group.addEventListener('keydown', (event) => {
    const at = radios.indexOf(event.target as HTMLButtonElement);
    const step = STEPS[event.key];
    const next = step === undefined ? undefined : radios.at((at + step) % radios.length);
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    stopAt(next);
    next.focus();
  });
}
