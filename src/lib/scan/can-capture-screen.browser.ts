/** Whether this browser can capture the screen: phones' cannot. */
export function canCaptureScreen(): boolean {
  const { mediaDevices } = navigator as Partial<Navigator>;
  return isSecureContext && typeof mediaDevices?.getDisplayMedia === 'function';
}
