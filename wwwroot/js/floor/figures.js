// How figures are written on the map; Figures.cs writes those of the page alike.

export function dollars(value) {
  return value < 10 ? `$${value.toFixed(1)}` : value < 10_000 ? `$${Math.round(value).toLocaleString('en-US')}` : `$${(value / 1000).toFixed(value < 100_000 ? 1 : 0)}k`;
}

export function signed(value) {
  const text = Math.abs(value).toFixed(1);
  return text === '0.0' ? '0.0' : value > 0 ? `+${text}` : `−${text}`;
}

export function percent(share) {
  return `${Math.round(share * 100)} %`;
}

export function machines(value) {
  return value === 1 ? '1 machine' : `${count(value)} machines`;
}

export function count(value) {
  return value.toLocaleString('en-US');
}
