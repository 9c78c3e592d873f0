/** What a REST application of Quarkus is without anything of ours. */
package dev.vto.bench.bare;
