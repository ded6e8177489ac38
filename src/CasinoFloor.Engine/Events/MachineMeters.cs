namespace CasinoFloor.Engine.Events;

/// <summary>Where a machine's lifetime meters stand: as it reported them last, and what was played since.</summary>
/// <param name="MachineId">The machine.</param>
/// <param name="CoinIn">Wagered in its life.</param>
/// <param name="CoinOut">Won in its life, hand pays included.</param>
public readonly record struct MachineMeters(string MachineId, Money CoinIn, Money CoinOut);
