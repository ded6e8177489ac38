[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("CasinoFloor.Tests")]
