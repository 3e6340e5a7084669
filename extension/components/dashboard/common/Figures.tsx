interface FiguresProps {
  readonly figures: readonly { readonly label: string; readonly value: number }[];
}

/** A few counts side by side, each with its name. */
export function Figures({ figures }: FiguresProps) {
  return (
    <dl className="figures">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  );
}
