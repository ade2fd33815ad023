"""Formats that a program converts first: Word 97-2003 (`word`), Word's single XML file, PowerPoint.

LibreOffice runs once a process (`resident`), with a profile of its own, and is given one file after another
(`converting`); it ends with the process, however that ends.
"""
