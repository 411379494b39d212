"""Markdown for property tests: every construct, whole and broken, with codes in it."""

from hypothesis import strategies as st

from smq.model import Codification

CODES = Codification(types=("PRO", "FOR"), processes=("PRE", "DOC"))

WORDS = (
    *r"""PRE-PRO-001
PRE-FOR-002 et DOC-PRO-12
pre-pro-003
Doc-Pro-4,
xPRE-PRO-001
PRE-PRO-001-A
PRE-PRO-0
PRE-PRO-
-001
2027-03-01
AES-256
R&D
&amp;
&#91;&#91;PRE-PRO-040]]
&#80;RE-PRO-041
<
<b>
</b>
<b a='PRE-PRO-005'>
<!-- PRE-PRO-042 -->
<!--
-->
<!-->
<?
?>
*
**
_
__
*PRE-PRO-006*
_PRE-PRO-007_
__PRE-PRO-043__
**PRE-PRO-008**
PRE-**PRO-044**
a_b
PRE_PRO
`PRE-PRO-009`
`pre-pro-045`
``
`
`a|b`
`]`
`[[PRE-PRO-046]]`
[[PRE-PRO-010]]
[[PRE-PRO-011|texte]]
[[Titre#part|a]]
[[#part]]
[[a\|b]]
[[a *b*]]
[*[a]]*
[**À compléter** : x]
[_[PRE-PRO-062]_]
![[PRE-PRO-047]]
[[
]]
[
]
[x](a.md)
[PRE-PRO-012](PRE-PRO-013.md#x)
[*x*](a.md)
[`x`](a.md)
![](a.png)
![PRE-PRO-014](b%20c.png)
[![PRE-PRO-048](a.png)](b.md)
[y](<a b.md>)
[z][r]
[r]
[r]: a.md
[t](https://x.org/?PRE-PRO-015)
![e](https://x.org/e.png)
[u](/a)
[v](#b)
[a|b](c.md)
[q](a 't PRE-PRO-049')
[[x]](a.md)
[j](javascript:PRE-PRO-050)
[p](a(b).md)
<https://x.org/PRE-PRO-016>
<pre-pro-051@x.org>
https://x.org/?pre-pro-017
](a)
](
(
)
!
![
\[
\*
\PRE-PRO-018
PRE\-PRO-019
\
|
||
|a|
---
===
-
+
1.
2)
#
##
>
```
~~~
:
:-
-:
=
[À compléter]
[à compléter : x]
[À COMPLÉTER : *x* PRE-PRO-052]
**[À compléter : x [y] z]**
[To complete: [y](z.md)]
[à compléter : a | b]
[À compléter : sans fin
]:
:]
É""".splitlines(),
    "\u00a0",
    "\u2028",
    "\x0c",
    "\x85",
    "\x1c",
    "\x00",
    "\x02",
    "\x05",
    "\t",
    "[A\u0300\u00a0comple\u0301ter\u202f: x]",
    "[w](a\u00a0b)",
)

LINES = (
    *r"""
# Titre
## Objet ##
### *a* PRE-PRO-020
## [[PRE-PRO-053|a]]
#
#PRE-PRO-021
####### PRE-PRO-054
 # a
- PRE-PRO-022
  - b
    - c
-     PRE-PRO-055
1. PRE-PRO-023
   d
- - - - PRE-PRO-056
    PRE-PRO-024
> PRE-PRO-026
> # f
> > g
> ---
- # h
| a | PRE-PRO-027 |
|---|---|
|:--|--:|
|---|
| b |
| c | d | PRE-PRO-028 |
| `a|b` | PRE-PRO-057 |
| a \| b | PRE-PRO-058 |
| [[PRE-PRO-059|a]] |
|  |  |
|
a | b
--- | ---
:-:
> | a |
> |---|
---
--
***
===
```
``` PRE-PRO-029
  ```
````
```` ```
~~~
<!-- PRE-PRO-030
<!-- PRE-PRO-031 -->
PRE-PRO-032 -->
<div>PRE-PRO-060
</div>
[r]: PRE-PRO-033.md 'PRE-PRO-034'
[r]:
[À compléter : sur deux
lignes]
-
1.
texte PRE-PRO-035 et la suite
`PRE-PRO-061
- [ ] tâche [[PRE-PRO-036]]""".splitlines(),
    "\tPRE-PRO-025",
    "a  ",
)

_MARKS = set("\\<&*_\t\x00\x02\x0c\x85\x1c\u2028~")


def _words(source: tuple[str, ...]) -> st.SearchStrategy[str]:
    gaps = st.sampled_from((" ", "", "  "))
    words = st.lists(st.sampled_from(source), max_size=5)
    return st.builds(lambda gap, chosen: gap.join(chosen), gaps, words)


def _documents(words: tuple[str, ...], lines: tuple[str, ...]) -> st.SearchStrategy[str]:
    line = st.one_of(
        st.sampled_from(lines),
        st.just(""),
        _words(words),
        st.builds("{} {}".format, st.sampled_from(lines), _words(words)),
        st.builds("{}{}".format, st.sampled_from(("| ", "- ", "> ", "## ", "  ")), _words(words)),
    )
    return st.lists(line, max_size=10).map("\n".join)


documents = _documents(WORDS, LINES)
plain_documents = _documents(
    tuple(word for word in WORDS if not _MARKS & set(word)),
    tuple(line for line in LINES if line[:1] not in " \t>~<=[" and not _MARKS & set(line)),
)
"""Documents without the marks that always need the parser: the direct scan can often read them."""
