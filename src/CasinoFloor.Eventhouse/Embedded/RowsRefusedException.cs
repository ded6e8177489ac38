namespace CasinoFloor.Eventhouse.Embedded;

/// <summary>Rows that something which belongs to their table does not take; whoever sent them is told why.</summary>
/// <param name="message">Why.</param>
internal sealed class RowsRefusedException(string message) : EventhouseException(message);
