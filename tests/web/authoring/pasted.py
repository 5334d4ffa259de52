"""What a clipboard holds when somebody copies from Word, from a web page, from a spreadsheet; all of it invented."""

WORD = """\
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {font-family:"Calibri",sans-serif;} --></style></head><body lang=SV>
<!--StartFragment-->
<h1>Barnets bästa<o:p></o:p></h1>
<p class=MsoNormal>Barnet har <b>rätt</b> att <i style='mso-bidi-font-style:normal'>få veta</i>, se
<a href="https://www.exempel.se/sida(1)">handboken</a>.<span style='color:#C00000'> Viktigt.</span><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]>Fråga<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>lugnt</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Lyssna</p>
<h2>Gör så här</h2>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>Sitt ner</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>Vänta in</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Vem</b></p></td><td><p class=MsoNormal>När</p></td></tr>
<tr><td><p class=MsoNormal>Ombud</p></td><td><p class=MsoNormal>Måndag | tisdag</p></td></tr></table>
<p class=MsoNormal><img width=120 src="file:///C:/Temp/bild.png"></p>
<p class=MsoNormal># 1 är inte en rubrik, 5 * 3 och &lt;b&gt; är text.<a style='mso-footnote-id:ftn1' href="#_ftn1"><sup>[1]</sup></a></p>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1"><sup>[1]</sup></a> Ur handboken.</p></div></div>
<!--EndFragment--></body></html>
"""
FROM_WORD = """\
## Barnets bästa

Barnet har **rätt** att *få veta*, se [handboken](https://www.exempel.se/sida%281%29). Viktigt.

- Fråga
    - lugnt
- Lyssna

### Gör så här

1. Sitt ner
2. Vänta in

| **Vem** | När |
| --- | --- |
| Ombud | Måndag \\| tisdag |

\\# 1 är inte en rubrik, 5 \\* 3 och \\<b> är text.[^1]

[^1]: Ur handboken."""
"""As it stands below a lesson that has a title already."""

DOCUMENT = """\
<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2><span style="font-weight:700">Rubrik</span></h2>
<p><span style="font-weight:700">Fet</span><span> och </span><span style="font-style:italic">kursiv</span></p>
<ul><li><p>Ett</p></li><li><p>Två</p><ol><li>Under</li></ol></li></ul>
<blockquote><p>Ett citat<br>på två rader</p></blockquote><script>alert(1)</script><p onclick="x()">Slut <a href="javascript:x()">här</a></p></b>
"""
BREAK = "  "
FROM_DOCUMENT = f"""\
## Rubrik

**Fet** och *kursiv*

- Ett
- Två
    1. Under

> Ett citat{BREAK}
> på två rader

Slut här"""
