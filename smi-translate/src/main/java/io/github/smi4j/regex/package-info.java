/**
 * Regular expressions from users, read in the dialect that RE2 and Rust's {@code regex} crate both accept and read
 * alike on requests of printable ASCII.
 *
 * <p>A pattern is hostile text. It never runs on {@code java.util.regex}, and it is never pasted into anything:
 * {@link io.github.smi4j.regex.Regex#parse(String)} reads it into a tree in linear time, and
 * {@link io.github.smi4j.regex.Regex#print()} writes that tree out again.
 * {@link io.github.smi4j.regex.RegexLanguage} answers what a pattern matches among the requests that decisions and
 * proofs are about, and compares it with what a mesh could be told instead.
 */
@NullMarked
package io.github.smi4j.regex;

import org.jspecify.annotations.NullMarked;
