const gap = 6;
const margin = 8;

/**
 * Shows a popover beside an anchor, inside the window, and keeps it there while anything scrolls.
 * @returns what takes it away again
 */
export function openBeside(anchor: HTMLElement, popup: HTMLElement, align: 'start' | 'end' = 'start'): () => void {
  const move = (): void => placeBeside(anchor, popup, align);
  popup.showPopover();
  move();
  window.addEventListener('scroll', move, { capture: true, passive: true });
  window.addEventListener('resize', move);
  // What it shows may come later than it does.
  const watch = new ResizeObserver(move);
  watch.observe(popup);
  return () => {
    watch.disconnect();
    window.removeEventListener('scroll', move, { capture: true });
    window.removeEventListener('resize', move);
    if (popup.matches(':popover-open')) popup.hidePopover();
  };
}

function placeBeside(anchor: HTMLElement, popup: HTMLElement, align: 'start' | 'end'): void {
  const at = anchor.getBoundingClientRect();
  popup.style.minWidth = `${Math.min(at.width, window.innerWidth - 2 * margin)}px`;
  const { width, height } = popup.getBoundingClientRect();
  const left = align === 'start' ? at.left : at.right - width;
  const below = at.bottom + gap;
  const fitsBelow = below + height + margin <= window.innerHeight;
  const top = fitsBelow ? below : Math.max(margin, at.top - gap - height);
  popup.style.left = `${Math.max(margin, Math.min(left, window.innerWidth - width - margin))}px`;
  popup.style.top = `${top}px`;
}
