/** A time for the eye: `12 s`, `4 min 05 s`, `23 h 59 min`. */
export function duration(seconds: number): string {
  const { hours, minutes, rest } = parts(seconds);
  if (hours > 0) return `${hours} h ${minutes} min`;
  return isShort(seconds) ? `${seconds} s` : `${minutes} min ${String(rest).padStart(2, '0')} s`;
}

/** Whether a time is counted in seconds alone. */
function isShort(seconds: number): boolean {
  return seconds < 100;
}

/** A time as it is said: `12 seconds`, `4 minutes 5 seconds`. */
export function spokenDuration(seconds: number): string {
  const { hours, minutes, rest } = isShort(seconds)
    ? { hours: 0, minutes: 0, rest: seconds }
    : parts(seconds);
  const said = [
    many(hours, 'hour'),
    many(minutes, 'minute'),
    hours > 0 ? '' : many(rest, 'second'),
  ];
  return said.filter((each) => each !== '').join(' ');
}

function many(count: number, unit: string): string {
  if (count === 0) return '';
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function parts(seconds: number) {
  const minutes = Math.floor(seconds / 60);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60, rest: seconds % 60 };
}
