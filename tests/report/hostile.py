"""Texts that a page must show and never obey."""

from __future__ import annotations

HOSTILE = [
    "<script>window.hit = 1</script>",
    "</script><script>window.hit = 1</script>",
    "<!--<script>window.hit = 1</script>",
    "--><img src=x onerror='window.hit = 1'>",
    "</noscript><img src=x onerror=window.hit=1>",
    "</style></title></textarea><svg onload=window.hit=1>",
    '"><svg/onload=window.hit=1><a title="',
    "' autofocus onfocus='window.hit=1' x='",
    "javascript:window.hit=1",
    "{{ 7 * 7 }} {% raw %} ${window.hit=1} {{ config }}",
    "<a href='javascript:window.hit=1'>x</a><iframe srcdoc='<script>parent.hit=1</script>'>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'><base href=https://example.org/>",
    "&lt;script&gt; &amp;amp; &#60; &quot;",
    "line\u2028separator\u2029paragraph",
    "right\u202eto left\u202c \u2066isolate\u2069 עברית العربية",
    "null\x00 escape\x1b[31m bell\x07 del\x7f c1\x85",
    "\ud800 lone \udfff surrogates",
    "\ufeff bom \ufffe \uffff \u200b zero",
    "__proto__ constructor \\u003c \\",
    "\ttab\nline\r\nline\rreturn  spaces ",
    "🎉𝕏 beyond the plane",
]
